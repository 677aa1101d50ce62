import { z } from 'zod'
import { flag } from '../../../http/forms.ts'
import { get, put, type Route } from '../../../http/route.ts'
import { readExtending, setExtending } from './extend.ts'

const path = '/api/community/v1/blocks/choices'
const form = z.object({ extend_blocks: flag })

/** Whether one's blocks reach further accounts of whom one blocks. */
export const extendRoutes: readonly Route[] = [
  get(
    path,
    {
      access: 'member',
      scope: 'read:blocks',
      summary: 'Whether your blocks reach accounts that people declare theirs.',
    },
    (ctx, { viewer }) => readExtending(ctx, viewer),
  ),
  put(
    path,
    { access: 'member', scope: 'write:blocks', form, summary: 'Chooses that.' },
    (ctx, { viewer, form: { extend_blocks } }) => setExtending(ctx, viewer, extend_blocks),
  ),
]
