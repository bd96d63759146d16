import { notFound } from "next/navigation";

/** Whatever has no page answers in the language of its address. */
export default function Missing() {
  notFound();
}
