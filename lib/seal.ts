import { EncryptJWT, jwtDecrypt } from "jose";
import { keyFor } from "./keys.ts";

/**
 * Encrypts a value so that only this installation reads it, and only for `seconds` from now. What is
 * sealed for one purpose cannot be opened for another.
 */
export function seal(purpose: string, value: object, seconds: number): Promise<string> {
  return new EncryptJWT({ value })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(new Date(Date.now() + seconds * 1_000))
    .encrypt(keyFor(`seal: ${purpose}`));
}

/** The sealed value; null when it is too old, forged, damaged, or was sealed for another purpose. */
export async function unseal<Value extends object>(
  purpose: string,
  sealed: string | undefined,
): Promise<Value | null> {
  if (!sealed) return null;
  try {
    const { payload } = await jwtDecrypt(sealed, keyFor(`seal: ${purpose}`), {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
      requiredClaims: ["exp"],
    });
    return payload.value as Value;
  } catch {
    return null;
  }
}
