import type { CredentialAccount, MediaAttachment, Poll, StatusSource, Visibility } from '../../../shared/api/wire.ts'
import type { Draft, DraftPicture } from './draft.ts'
import { ownLanguage } from './languages.ts'
import { pollOfPost } from './poll-draft.ts'
import { type Answered, carriedWarning, openingMentions } from './reply.ts'
import { narrower } from './visibility.ts'

/** What an empty box starts with: the audience and language the person usually posts in. */
export function startOfPost(account: CredentialAccount): Draft {
  return {
    text: '',
    warning: '',
    warned: false,
    visibility: account.source.privacy,
    localOnly: false,
    language: ownLanguage(account.source.language),
    pictures: [],
    sensitive: account.source.sensitive,
  }
}

/** What a reply starts with: whom it speaks to, the warning taken over, and no wider an audience than before. */
export function startOfReply(account: CredentialAccount, answered: Answered): Draft {
  const warning = carriedWarning(answered.spoiler_text)
  return {
    ...startOfPost(account),
    text: openingMentions(answered, account.id),
    warning,
    warned: warning !== '',
    visibility: narrower(account.source.privacy, answered.visibility),
    localOnly: answered.local_only === true,
  }
}

/** The part of a post that an edit of it leaves as it is, and what it starts from. */
export interface Edited {
  visibility: Visibility
  local_only: boolean
  language: string | null
  poll: Poll | null
  sensitive: boolean
  media_attachments: readonly MediaAttachment[]
}

const pictureOfPost = ({ id, preview_url: url, description, meta }: MediaAttachment): DraftPicture => ({
  key: id,
  id,
  url: url ?? undefined,
  description: description ?? '',
  focus: { ...meta.focus },
})

/** What an edit starts with: the post as it was written. */
export function startOfEdit(status: Edited, { text, spoiler_text: warning }: StatusSource): Draft {
  return {
    text,
    warning,
    warned: warning !== '',
    visibility: status.visibility,
    localOnly: status.local_only,
    language: ownLanguage(status.language),
    pictures: status.media_attachments.map(pictureOfPost),
    sensitive: status.sensitive && warning === '',
    poll: status.poll ? pollOfPost(status.poll) : undefined,
  }
}
