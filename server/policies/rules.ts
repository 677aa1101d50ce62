/**
 * The condition that an account (`accounts.id`) accepted the rules in time, so that it may post, follow and invite: some
 * version since the newest material change whose grace is over (`@graceOver`: now less the grace). The first version
 * has no grace. A version that is only announced, or that lapsed, asks nothing and counts for nothing yet.
 */
export const acceptedInTime = `EXISTS (SELECT 1 FROM acceptances
    WHERE acceptances.account_id = accounts.id
      AND acceptances.version < coalesce((SELECT min(version) FROM rule_sets WHERE state = 'announced'), 9007199254740991)
      AND acceptances.version >= (SELECT max(version) FROM rule_sets
        WHERE state IN ('effective', 'retired') AND lapsed_at IS NULL
          AND (base_version IS NULL OR (material = 1 AND effective_at <= @graceOver))))` as const
