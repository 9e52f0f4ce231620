import type { Micros } from "@/lib/time";

/** Who of several server processes does a job that only one may do at a time. */
export type LeaseStore = {
  /** Takes or extends the lease until `until`. False while another holder has it and it has not run out at `now`. */
  take(name: string, holder: string, now: Micros, until: Micros): Promise<boolean>;
  /** Gives it back early. */
  release(name: string, holder: string): Promise<void>;
};
