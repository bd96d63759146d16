import type { Theirs } from "#scripts/checks/strangers.ts";
import { type ActionSample, person, sample } from "./action-sample.ts";

/** Each action of a municipality's pages as its form would call it. */
export const municipalitySamples: Record<string, (theirs: Theirs) => ActionSample> = {
  "app/[locale]/municipality/registrations/[registration]/sign-off/actions.ts#sayNo": ({
    waitingId,
  }) =>
    sample(`/municipality/registrations/${waitingId}/sign-off`, [{ registrationId: waitingId }], {
      reason: "Nav aizvietotāja.",
    }),
  "app/[locale]/municipality/registrations/[registration]/sign-off/actions.ts#sayYes": ({
    waitingId,
  }) =>
    sample(`/municipality/registrations/${waitingId}/sign-off`, [{ registrationId: waitingId }]),
  "app/[locale]/municipality/trips/[slug]/actions.ts#nameOne": ({ slug, registrationId }) =>
    sample(`/municipality/trips/${slug}`, [`/municipality/trips/${slug}`, registrationId], {
      ...person,
      email: "anna@example.lv",
    }),
  "app/[locale]/municipality/trips/[slug]/delegation/actions.ts#send": ({ slug, organisationId }) =>
    sample(
      `/municipality/trips/${slug}/delegation`,
      [{ slug, organisationId, page: `/municipality/trips/${slug}` }],
      { unnamed: "2", demand: "fit", key: "1c3f6b52-7a0b-4f0d-9a55-0d5f2f6f9a11" },
    ),
};
