import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";

test("several lines: a switch, and line breaks byte for byte", async ({ page, api }) => {
  const form = formPage(page);
  const { id } = await api.createBlock("docker-container", "runner", { image: "a\r\nb\n", name: "one" });
  await page.goto(`/blocks/block/${id}/edit`);
  const image = form.text("Image");
  await expect(image).toHaveValue("a\nb\n");
  await image.press("Home");
  await image.press("Control+Home");
  await page.keyboard.type("x");
  const name = form.text("Name");
  await name.click();
  await page.getByRole("button", { name: "Several lines", description: "Name" }).click();
  await name.fill("one\ntwo");
  await expect(page.getByRole("button", { name: "One line", description: "Name" })).toHaveCount(0);
  await form.save();
  expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
    image: "xa\r\nb\n",
    name: "one\ntwo",
  });
});
