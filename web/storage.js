/**
 * What this device keeps, in IndexedDB: one database a person, one object store a shelf, one record per
 * change, each sealed. Nothing is said to be kept before the browser says that the transaction with the sealed
 * records is complete. Used by host.js; the application's side is app/client/store/store_web.cpp.
 */
import { noteUse, wipeUnused } from "./storage_age.js";
import { runBatch } from "./storage_batch.js";
import { appendedReply, entriesReply, readBatch, shelves } from "./storage_bytes.js";
import { Fault, faultOf, isLost, Refusal } from "./storage_fault.js";
import { StoreHint } from "./storage_hint.js";
import { completion, deleteDatabase, openDatabase } from "./storage_open.js";
import { askToKeep, dropBallast, takeBallast } from "./storage_room.js";
import { isOpen, isSealed, Seal } from "./storage_seal.js";
import { sealBatch, sealOpen } from "./storage_sealed.js";

const nothing = new Uint8Array();

export class DeviceStore {
  /**
   * @param {(request: number, fault: number, bytes: Uint8Array) => void} deliver
   * @param {() => void} changed another tab has changed the open database
   */
  constructor(deliver, changed) {
    this.deliver = deliver;
    this.name = null;
    this.database = null;
    this.seal = null; // of the open database
    this.pending = 0;
    this.savedStrictly = false;
    this.last = Promise.resolve();
    this.hint = new StoreHint((name) => { if (name === this.name) changed(); });
  }

  /** @param {number} command 0 open, 1 commit, 2 read, 3 erase. One after the other, as they come. */
  ask(request, command, bytes) {
    this.pending++;
    this.last = this.last.then(async () => {
      let fault = Fault.None;
      let answer = nothing;
      try {
        answer = await this.run(command, bytes) ?? nothing;
      } catch (error) {
        fault = faultOf(error);
        if (fault !== Fault.Unexpected) console.warn(`Storage: ${error?.name ?? "error"}: ${error?.message ?? error}`);
      }
      this.pending--;
      this.deliver(request, fault, answer);
    }).catch((error) => console.error("Storage:", error));
  }

  run(command, bytes) {
    switch (command) {
      case 0: return this.open(new TextDecoder().decode(bytes));
      case 1: return this.commit(readBatch(bytes));
      case 2: return this.read(shelves[bytes[0]]);
      case 3: return this.erase();
      default: throw new Refusal(Fault.Failed, "unknown command");
    }
  }

  async open(name) {
    this.close();
    this.name = name;
    this.savedStrictly = false;
    await this.connection();
    this.later(() => wipeUnused(name)); // also of others who used this device
  }

  close() {
    this.database?.close();
    this.database = null;
  }

  // The open connection, or a new one when the last was lost or given up for another tab.
  async connection() {
    if (this.database) return this.database;
    if (this.name === null) throw new Refusal(Fault.Unavailable, "nothing is open");
    const database = await openDatabase(this.name);
    const gone = () => { if (this.database === database) this.database = null; };
    database.onversionchange = () => { database.close(); gone(); };
    database.onclose = gone;
    const { name } = this;
    try {
      this.seal = await this.sealOf(name, database);
      await noteUse(name, database);
    } catch (error) {
      database.close();
      throw error;
    }
    this.database = database;
    return database;
  }

  // A device that cannot keep the key keeps nothing: never anything that is not sealed.
  async sealOf(name, database) {
    try {
      return await Seal.of(name, database);
    } catch (error) {
      if (isLost(error)) throw error;
      if (faultOf(error) === Fault.Full && await dropBallast(database)) return Seal.of(name, database);
      throw new Refusal(Fault.Unavailable, `no key is kept: ${error.message}`);
    }
  }

  // Behind the answer: the person need not wait for it, and nothing depends on it.
  later(work) {
    this.last = this.last.then(work).catch((error) => console.warn(`Storage: ${error?.message ?? error}`));
  }

  // Once more on a new connection, when the old one was lost.
  async withConnection(use) {
    try {
      return await use(await this.connection());
    } catch (error) {
      if (error instanceof Refusal || !isLost(error)) throw error;
      this.close();
      return use(await this.connection());
    }
  }

  async commit(batch) {
    const run = () => this.withConnection(async (database) => {
      await sealBatch(this.seal, batch);
      return runBatch(database, batch, this.seal);
    });
    let appended;
    try {
      appended = await run();
    } catch (error) {
      const isFull = faultOf(error) === Fault.Full;
      if (!isFull || !batch.strict || !(await this.withConnection(dropBallast))) throw error;
      batch.uncertain = false; // the browser said that nothing of it was kept
      appended = await run();
      this.savedStrictly = true; // what was given up is not taken back at once
    }
    if (batch.steps.length > 0) this.hint.say(this.name);
    if (batch.strict && !this.savedStrictly) this.afterFirstSave();
    return appendedReply(appended);
  }

  afterFirstSave() {
    this.savedStrictly = true;
    askToKeep();
    this.later(() => this.withConnection(takeBallast));
  }

  async read(shelf) {
    if (!shelf) throw new Refusal(Fault.Failed, "unknown shelf");
    return this.withConnection(async (database) => {
      const transaction = database.transaction(shelf, "readonly");
      const store = transaction.objectStore(shelf);
      const asked = [store.getAllKeys(), store.getAll()];
      const [keys, there] = await completion(database, transaction, () => asked.map(({ result }) => result));
      // What an earlier version left open.
      const open = keys.filter((key, i) => !isSealed(there[i]) && !isOpen(shelf, key));
      if (open.length > 0) this.later(() => this.withConnection((now) => sealOpen(now, this.seal, shelf, open)));
      return entriesReply(keys, await this.seal.openAll(shelf, keys, there));
    });
  }

  async erase() {
    const { name } = this;
    if (name === null) throw new Refusal(Fault.Unavailable, "nothing is open");
    this.close();
    this.name = null;
    await deleteDatabase(name);
    this.hint.say(name);
  }
}
