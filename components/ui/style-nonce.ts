"use client";

import { setNonce } from "get-nonce";

// Radix locks the page's scrolling with a style element of its own. The content security policy lets it pass only with
// the page's nonce, which the browser shows to scripts alone.
if (typeof document !== "undefined") {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}
