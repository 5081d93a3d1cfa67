import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * Runs what writes a scenario. Whether its name is free is asked before, but another may take it in between: then the table itself
 * refuses the second, and the person is told as if the name had been taken all along.
 */
export async function unlessNameTaken<T>(work: () => Promise<T>, refused: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return refused;
    throw error;
  }
}
