"use client";

import { useEffect, useState } from "react";
import { type Recognised, recognise } from "@/lib/paste/recognise";

/** What a text is: "reading" until that is known. */
export function useRecognised(text: string): Recognised | "reading" | undefined {
  const [read, setRead] = useState<{ text: string; found: Recognised | undefined }>();
  useEffect(() => {
    let isWanted = true;
    void recognise(text).then((found) => isWanted && setRead({ text, found }));
    return () => {
      isWanted = false;
    };
  }, [text]);
  return read?.text === text ? read.found : "reading";
}
