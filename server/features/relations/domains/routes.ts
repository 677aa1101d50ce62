import { z } from 'zod'
import { cursors, pageSize } from '../../../http/forms.ts'
import { del, get, post, type Route } from '../../../http/route.ts'
import { blockDomain, domainForm, readDomainBlocks, unblockDomain } from './block.ts'

const path = '/api/v1/domain_blocks'
const wish = z.object({ ...cursors, limit: pageSize(100, 200) })

/** Servers that members block for themselves. */
export const domainBlockRoutes: readonly Route[] = [
  get(path, { access: 'member', scope: 'read:blocks', form: wish }, (ctx, { viewer, form }) =>
    readDomainBlocks(ctx, viewer, form),
  ),
  post(path, { access: 'member', scope: 'write:blocks', form: domainForm }, (ctx, { viewer, form }) =>
    blockDomain(ctx, viewer, form.domain),
  ),
  del(path, { access: 'member', scope: 'write:blocks', form: domainForm }, (ctx, { viewer, form }) =>
    unblockDomain(ctx, viewer, form.domain),
  ),
]
