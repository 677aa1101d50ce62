import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** Posts: what stands on them and what can be done with them. */
export const posts = {
  unlisted: 'quiet public',
  private: 'followers',
  direct: 'mentioned people',
  localOnly: 'this community only',
  answers: (name: string) => `Answers ${name}`,
  answersOwn: 'Goes on from an earlier post',
  cw: 'CW',
  show: 'Show',
  hide: 'Hide',
  reply: 'Reply',
  replies: (n: number) => `${formatNumber(n)} ${plural(n, 'answer', 'answers')}`,
  more: 'More',
  moreAbout: (name: string) => `More about this post by ${name}`,
  copyLink: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: (link: string) => `This browser did not let us copy. The link is ${link}`,
  delete: 'Delete',
  deleteTitle: 'Delete this post?',
  deleteText: 'It goes from here at once, and so does everything that belongs to it. Answers to it stay.',
  deleteYes: 'Delete',
  deleteNo: 'Keep it',
  deleted: 'Deleted.',
  notDeleted: 'Not deleted.',
  gone: 'This post is gone. Its author may have deleted it, or it is not for you to see.',
} as const
