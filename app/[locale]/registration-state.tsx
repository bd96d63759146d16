import { getTranslations } from "next-intl/server";
import type { OwnRegistration } from "#domain/registration/queries.ts";

type Facts = Pick<OwnRegistration, "state" | "place" | "tripCancelledAt">;

const shapes = {
  confirmed: "",
  awaitingSignOff: " awaiting",
  waiting: " waiting",
  withdrawn: " withdrawn",
};

/** The state of a registration: a shape and a word. A cancelled trip leaves none. */
export async function RegistrationState({ own }: { own: Facts }) {
  const t = await getTranslations("registration.state");
  if (own.tripCancelledAt) return <span className="state withdrawn">{t("cancelled")}</span>;
  const shape = shapes[own.state];
  return <span className={`state${shape}`}>{t(own.state, { place: own.place ?? 0 })}</span>;
}
