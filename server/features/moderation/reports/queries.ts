import { z } from 'zod'
import { ranged } from '../../../db/range.ts'
import { many, one, write } from '../../../db/sql.ts'

const columns = `reports.id AS cursor, reports.case_id AS caseId, reports.target_id AS targetId,
  reports.reporter_id AS reporterId, reports.host, reports.kind, reports.about_self AS aboutSelf, reports.rules,
  reports.content, reports.evidence, reports.auto_open AS autoOpen, reports.forward,
  reports.created_at AS createdAt, reports.outcome, reports.told_at AS toldAt,
  reports.suggests_mediator AS suggestsMediator` as const

const reportRow = z.object({
  cursor: z.int(),
  caseId: z.int(),
  targetId: z.int().nullable(),
  reporterId: z.int().nullable(),
  host: z.string().nullable(),
  kind: z.enum(['rule', 'private', 'intimate', 'evasion', 'spam', 'legal', 'other']),
  aboutSelf: z.int(),
  /** A JSON list of {slug, version}. */
  rules: z.string(),
  /** Sealed; see `Said` in content.ts. */
  content: z.instanceof(Buffer),
  evidence: z.instanceof(Buffer).nullable(),
  autoOpen: z.int(),
  forward: z.int(),
  createdAt: z.int(),
  outcome: z.enum(['removed', 'acted', 'noted', 'nothing']).nullable(),
  toldAt: z.int().nullable(),
  suggestsMediator: z.int(),
})
/** A report as stored; `cursor` is its id. */
export type ReportRow = z.infer<typeof reportRow>

/** Keeps a report. */
export const insertReport = write(
  `INSERT INTO reports (id, case_id, target_id, reporter_id, host, uri, kind, about_self, rules, content, evidence,
     auto_open, forward, created_at)
   VALUES (@id, @caseId, @targetId, @reporterId, @host, @uri, @kind, @aboutSelf, @rules, @content, @evidence,
     @autoOpen, @forward, @now)`,
)

/** One report. */
export const reportById = one(reportRow, `SELECT ${columns} FROM reports WHERE id = @id`)

/** Whether another server's report came before, by its name there. */
export const reportByUri = one(z.object({ id: z.int() }), `SELECT id FROM reports WHERE uri = @uri`)

/** What somebody reported. */
export const reportsBy = ranged(
  reportRow,
  `SELECT ${columns} FROM reports WHERE reporter_id IS NOT NULL AND reporter_id = @me`,
  'reports.id',
)

/** What somebody reported since then, and what they were told of how it ended; the newest first. */
export const outcomesFor = many(
  reportRow.pick({ createdAt: true, outcome: true, toldAt: true }),
  `SELECT created_at AS createdAt, outcome, told_at AS toldAt FROM reports
   WHERE reporter_id = @me AND reporter_id IS NOT NULL AND created_at >= @since ORDER BY id DESC LIMIT @most`,
)

/** All reports, or those in cases of a state, by or about somebody (0: anybody). */
export const allReports = ranged(
  reportRow,
  `SELECT ${columns} FROM reports WHERE reports.id > 0 AND (@by = 0 OR reporter_id = @by)
     AND (@about = 0 OR target_id = @about) AND (@state = '' OR EXISTS (SELECT 1 FROM moderation_cases
       WHERE moderation_cases.id = reports.case_id AND state = @state))`,
  'reports.id',
)

/** The newest reports of a case. */
export const reportsOfCase = many(
  reportRow,
  `SELECT ${columns} FROM reports WHERE case_id = @caseId ORDER BY id DESC LIMIT @most`,
)

/** What the reports of a case are about, each once. */
export const kindsReported = many(
  reportRow.pick({ kind: true, rules: true }),
  `SELECT DISTINCT kind, rules FROM reports WHERE case_id = @caseId`,
)

/** Who reported in a case, and was not told yet how it ended. */
export const untoldOfCase = many(
  z.object({ id: z.int(), reporterId: z.int() }),
  `SELECT id, reporter_id AS reporterId FROM reports
   WHERE case_id = @caseId AND reporter_id IS NOT NULL AND told_at IS NULL`,
)

/** Changes what a report says, to add to it. */
export const setContent = write(`UPDATE reports SET content = @content WHERE id = @id`)

/** Changes what a report is said to be about. */
export const setKind = write(`UPDATE reports SET kind = @kind, rules = @rules WHERE id = @id`)

/** Notes how the reports of a case ended, and that their reporters were told. */
export const settleReports = write(
  `UPDATE reports SET outcome = @outcome, told_at = @now WHERE case_id = @caseId AND told_at IS NULL`,
)

/** Notes whether a mediator is suggested to the reporters of a case who were not told yet how it ended. */
export const setSuggested = write(
  `UPDATE reports SET suggests_mediator = @on WHERE case_id = @caseId AND told_at IS NULL`,
)

/** The reports of a case whose reporters were told since a time how it ended. */
export const toldOfCase = many(
  z.object({ id: z.int(), reporterId: z.int().nullable() }),
  `SELECT id, reporter_id AS reporterId FROM reports WHERE case_id = @caseId AND told_at >= @since`,
)

/** Notes that they were told nothing. */
export const unsettleReports = write(
  `UPDATE reports SET outcome = NULL, told_at = NULL WHERE case_id = @caseId AND told_at >= @since`,
)

/** Gives the reports of a case that nobody was told of to another case. */
export const moveReports = write(`UPDATE reports SET case_id = @to WHERE case_id = @from AND told_at IS NULL`)

/** Notes that a report names a post. */
export const insertPost = write(
  `INSERT INTO report_posts (report_id, status_id) VALUES (@reportId, @statusId) ON CONFLICT DO NOTHING`,
)

/** Which posts several reports name; `ids` is a JSON list. */
export const postsOfReports = many(
  z.object({ reportId: z.int(), statusId: z.int() }),
  `SELECT report_id AS reportId, status_id AS statusId FROM report_posts
   WHERE report_id IN (SELECT value FROM json_each(@ids))`,
)

/** Keeps a picture with a report. */
export const insertPicture = write(
  `INSERT INTO report_pictures (report_id, sha256, content) VALUES (@reportId, @hash, @content) ON CONFLICT DO NOTHING`,
)

/** A picture of a report, sealed. */
export const pictureOf = one(
  z.object({ content: z.instanceof(Buffer), caseId: z.int() }),
  `SELECT report_pictures.content, reports.case_id AS caseId FROM report_pictures
     JOIN reports ON reports.id = report_pictures.report_id
   WHERE report_id = @reportId AND sha256 = @hash`,
)

/** The names of a report's pictures. */
export const picturesOf = many(
  z.object({ sha256: z.string(), content: z.instanceof(Buffer) }),
  `SELECT sha256, content FROM report_pictures WHERE report_id = @reportId`,
)

/** Which posts the reports of a case name. */
export const postsInCase = many(
  z.object({ statusId: z.int() }),
  `SELECT DISTINCT status_id AS statusId FROM reports JOIN report_posts ON report_posts.report_id = reports.id
   WHERE case_id = @caseId LIMIT 100`,
)

/** The version of the rules that was in force at a time. */
export const versionAt = one(
  z.object({ version: z.int() }),
  `SELECT version FROM rule_sets WHERE state IN ('effective', 'retired') AND lapsed_at IS NULL
     AND effective_at IS NOT NULL AND effective_at <= @at ORDER BY version DESC LIMIT 1`,
)

/** How many reports of their own posts' subject somebody made since a time that hid posts at once. */
export const countHiding = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM reports WHERE reporter_id IS NOT NULL AND reporter_id = @me AND created_at > @since
     AND about_self = 1 AND kind IN ('private', 'intimate')`,
)

/** Whether somebody opens every warning by themselves. */
export const opensAll = one(
  z.object({ text: z.string() }),
  `SELECT text FROM warning_defaults WHERE account_id = @me AND text = 'open'`,
)
