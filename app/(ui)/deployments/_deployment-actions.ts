import {
  chooseBlockAction,
  deleteDeploymentAction,
  readConsequencesAction,
  setPausedAction,
  setScheduleActiveAction,
} from "@/app/(ui)/deployments/_actions";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";

/** What the pages of deployments ask of the server. */
export const deploymentActions: DeploymentActions = {
  setPaused: setPausedAction,
  setScheduleActive: setScheduleActiveAction,
  consequences: readConsequencesAction,
  remove: deleteDeploymentAction,
  chooseBlock: chooseBlockAction,
};
