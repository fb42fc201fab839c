import { randomUUID } from 'node:crypto';
import type { Company } from '../company/company';
import { blankMoment } from '../company/records';
import type { IntegrationSynchJob, SynchCounts, SynchDirection } from '../company/synchronizationRecords';

const noCounts: SynchCounts = {
  Inserted: 0,
  Modified: 0,
  Deleted: 0,
  Unchanged: 0,
  Skipped: 0,
  Failed: 0,
  Uncoupled: 0,
  Coupled: 0,
};

/** An integration synchronization job while it runs: a row of table 5338, which is there from its beginning. */
export class SynchJob {
  private job: IntegrationSynchJob;

  public constructor(
    private readonly company: Company,
    private readonly now: () => Date,
    about: {
      readonly mappingName: string;
      readonly direction: SynchDirection;
      readonly Type: IntegrationSynchJob['Type'];
      readonly jobQueueEntryId: string;
      readonly crmId: string;
    },
  ) {
    this.job = {
      ...noCounts,
      ...about,
      ID: randomUUID(),
      startDateTime: now().toISOString(),
      finishDateTime: blankMoment,
      Message: '',
    };
    this.company.integrationSynchJobs.put(this.job);
  }

  public get id(): string {
    return this.job.ID;
  }

  public get hasFailures(): boolean {
    return this.job.Failed > 0;
  }

  public count(what: keyof SynchCounts): void {
    this.put({ ...this.job, [what]: this.job[what] + 1 });
  }

  /** Logs why a record failed, and counts it. @param source such as `Customer: 10000` */
  public fail(message: string, crmId: string, source: string, destination: string): void {
    this.company.integrationSynchErrors.put({
      No: this.company.integrationSynchErrors.all().length + 1,
      jobId: this.job.ID,
      dateTime: this.now().toISOString(),
      message: message.slice(0, 2048),
      source,
      destination,
      crmId,
    });
    this.count('Failed');
  }

  public finish(): void {
    this.put({ ...this.job, finishDateTime: this.now().toISOString() });
  }

  private put(job: IntegrationSynchJob): void {
    this.job = job;
    this.company.integrationSynchJobs.put(job);
  }
}
