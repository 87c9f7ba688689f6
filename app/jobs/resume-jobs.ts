import { resumeStalledJobs } from "../services/resume-stalled-jobs.server";

/** Every minute: what a dead worker had taken is there for another one. */
export async function resumeJobsJob(): Promise<void> {
  await resumeStalledJobs();
}
