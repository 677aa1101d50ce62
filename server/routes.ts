import { healthRoutes } from './features/health/routes.ts'
import { trialRoutes } from './features/trials/routes.ts'
import type { Route } from './http/route.ts'

/** Every door of the server, one list a feature. */
export const routes: readonly Route[] = [...healthRoutes, ...trialRoutes]
