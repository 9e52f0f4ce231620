"use client";

import { createContext, type ReactNode } from "react";

/** "Keep the stored value": set by FieldView where a person replaced a value that the field could not show. */
export const StoredValueContext = createContext<ReactNode>(null);
