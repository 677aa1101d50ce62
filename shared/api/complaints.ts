/** Whom a complaint is about, and whom one can be about. */
export type ComplaintPerson = { id: string; acct: string; display_name: string }

/** What can come of a complaint about one who runs the community. Stewards see and speak; they take no role away. */
export const complaintOutcomes = ['nothing', 'spoken', 'community'] as const
/** One of {@link complaintOutcomes}. */
export type ComplaintOutcome = (typeof complaintOutcomes)[number]

/** A complaint about one who runs the community, as who made it and a steward see it. */
export type StaffComplaint = {
  id: string
  at: string
  due_at: string
  about: ComplaintPerson | null
  /** Who made it, for the steward alone. */
  by: ComplaintPerson | null
  text: string
  outcome: ComplaintOutcome | null
  answer: string | null
  /** No steward is there who could answer it. */
  vacant: boolean
}

/** What one needs to complain: about whom one can, whether somebody could answer, and one's own. */
export type OwnComplaints = { about: ComplaintPerson[]; vacant: boolean; complaints: StaffComplaint[] }
