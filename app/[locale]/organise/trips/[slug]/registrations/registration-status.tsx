import { getTranslations } from "next-intl/server";
import type { RegistrationState } from "#domain/registration/rules.ts";

const shape: Record<RegistrationState, string> = {
  confirmed: "",
  awaitingSignOff: "awaiting",
  waiting: "waiting",
  withdrawn: "withdrawn",
};

type RegistrationStatusProps = { state: RegistrationState; place: number | null };

/** State by shape and word, with the place in line of somebody who waits. */
export async function RegistrationStatus({ state, place }: RegistrationStatusProps) {
  const t = await getTranslations("organise.registrations");
  return (
    <span className={`state ${shape[state]}`}>
      {t(`status.${state}`, { place: String(place ?? "") })}
    </span>
  );
}
