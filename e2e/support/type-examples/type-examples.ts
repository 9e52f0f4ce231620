import { infrastructureExamples } from "./infrastructure.ts";
import { storageExamples } from "./storage.ts";
import { valueExamples } from "./values.ts";

/** One filled-in example of every built-in type. */
export const typeExamples = [...storageExamples, ...infrastructureExamples, ...valueExamples];
