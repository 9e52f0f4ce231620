import { afterEach, beforeEach, expect, vi } from "vitest";

// A test that makes the code complain on the console has found something: it fails unless it expects that.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  expect(console.warn).not.toHaveBeenCalled();
});
