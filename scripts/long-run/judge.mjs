// What must be true of the database after the long run.
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";

const minuteMs = 60_000;
/** Agents ask every five seconds, fifteen seconds ahead: a run that is due for longer was overlooked. */
const overdueMs = 30_000;
/** From the grant to the first words of the process; one that met the outage in this time may say nothing any more. */
const startingMs = 30_000;

/** Named checks: `{ name, faults }`, none of which should have a fault. Times are milliseconds. */
export function judge({ dataDir, written, outages, firstMinuteMs, endMs, schedules }) {
  const db = new BetterSqlite3(join(dataDir, "blockyard.db"), { readonly: true });
  const runs = readRuns(db).filter(({ dueMs }) => dueMs >= firstMinuteMs && dueMs < endMs);
  const accepted = Object.entries(written).flatMap(([noun, ids]) => {
    const find = db.prepare(
      `select 1 from ${noun === "flow_runs" ? "flow_run_states" : "task_run_states"} where id = ?`,
    );
    return ids.map((id) => ({ noun, id, isStored: find.get(id) !== undefined }));
  });
  const withLine = new Set(db.prepare("select flow_run_id from logs where message = 'tick'").pluck().all());
  db.close();

  const unfinished = runs.filter(({ type }) => type !== "COMPLETED");
  const scheduled = runs.filter(({ type }) => type === "SCHEDULED");
  const silent = runs.filter(({ type, id }) => type === "COMPLETED" && !withLine.has(id));
  const meets = (run) => outages.some((outage) => overlaps(atWork(run), outage));
  const excused = [...unfinished, ...silent].filter((run) => run.type !== "SCHEDULED" && meets(run));
  const unexcused = (list) => list.filter((run) => !excused.includes(run));
  return {
    runs: runs.length,
    accepted: accepted.length,
    excused: excused.map(describe),
    checks: [
      ...schedules.map(({ name, second }) => ({
        name: `${name}: one run for each minute`,
        faults: missedTimes(
          runs.filter((run) => run.deployment === name),
          firstMinuteMs,
          endMs,
          second,
        ),
      })),
      {
        name: "no run was granted PENDING twice",
        faults: runs.filter(wasGrantedTwice).map(describe),
      },
      {
        name: "no due run is still scheduled",
        faults: scheduled.filter(({ dueMs }) => dueMs < endMs - overdueMs).map(describe),
      },
      {
        name: "every state that was accepted is stored",
        faults: accepted.filter(({ isStored }) => !isStored).map(({ noun, id }) => `${noun} ${id}`),
      },
      {
        name: "states of most runs went through the recorder",
        faults: accepted.length >= 4 * (runs.length - excused.length) ? [] : [`${accepted.length} states`],
      },
      {
        name: "runs that met no outage completed",
        faults: unexcused(unfinished)
          .filter(({ type }) => type !== "SCHEDULED")
          .map(describe),
      },
      { name: "completed runs that met no outage have their line", faults: unexcused(silent).map(describe) },
    ],
  };
}

function readRuns(db) {
  const states = db.prepare(
    "select type, name, timestamp from flow_run_states where flow_run_id = ? order by timestamp",
  );
  return db
    .prepare(
      "select r.id, r.name, r.state_type as type, r.expected_start_time as due, d.name as deployment from flow_runs r join deployments d on d.id = r.deployment_id order by due",
    )
    .all()
    .map(({ due, ...run }) => ({
      ...run,
      dueMs: due / 1000,
      states: states.all(run.id).map(({ timestamp, ...state }) => ({ ...state, atMs: timestamp / 1000 })),
    }));
}

/** Between two SCHEDULED states a run may be granted once. */
function wasGrantedTwice({ states }) {
  let grants = 0;
  for (const { type } of states) {
    if (type === "SCHEDULED") grants = 0;
    if (type === "PENDING") grants += 1;
    if (grants > 1) return true;
  }
  return false;
}

/** Every due time has one run: a restart may neither leave one out nor make it again. */
function missedTimes(runs, firstMinuteMs, endMs, second) {
  const faults = [];
  for (let dueMs = firstMinuteMs + second * 1000; dueMs < endMs; dueMs += minuteMs) {
    const { length } = runs.filter((run) => run.dueMs === dueMs);
    if (length !== 1) faults.push(`${new Date(dueMs).toISOString()}: ${length} runs`);
  }
  return faults;
}

/** From the grant to the last word, or to where a last word should have come. */
function atWork({ states, type }) {
  const grantedMs = states.find((state) => state.type === "PENDING")?.atMs ?? Number.POSITIVE_INFINITY;
  const lastMs = states.at(-1)?.atMs ?? grantedMs;
  const isOver = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"].includes(type);
  // The lines of a run are sent after its last state.
  return { fromMs: grantedMs, toMs: lastMs + (isOver ? 3000 : startingMs) };
}

function overlaps(a, b) {
  return a.fromMs <= b.toMs && b.fromMs <= a.toMs;
}

function describe({ name, deployment, dueMs, states }) {
  const words = states.map((state) => state.name).join(", ");
  return `${deployment} of ${new Date(dueMs).toISOString()} (${name}): ${words}`;
}
