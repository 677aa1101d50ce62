/** How a kind of job is run. */
export type Worker<Context, Payload> = {
  run(ctx: Context, payload: Payload, attempts: number): void | Promise<void>
  /** Milliseconds between two runs of a job that never ends, such as sweeping. */
  every?: number
  /** Milliseconds until the next try after `attempts` failed ones, or undefined to give up; about two days by default. */
  retryIn?(attempts: number): number | undefined
}

/** The table of all kinds. */
export type Workers<Context, Jobs> = { [Kind in keyof Jobs]: Worker<Context, Jobs[Kind]> }
