/**
 * What this device keeps, in IndexedDB: one database a person, one object store a shelf, one record per
 * change. Nothing is said to be kept before the browser says that the transaction is complete. Used by
 * host.js; the application's side is app/client/store/store_web.cpp.
 */
import { runBatch } from "./storage_batch.js";
import { appendedReply, entriesReply, readBatch, shelves } from "./storage_bytes.js";
import { Fault, faultOf, isLost, Refusal } from "./storage_fault.js";
import { StoreHint } from "./storage_hint.js";
import { completion, deleteDatabase, openDatabase } from "./storage_open.js";
import { askToKeep, dropBallast, takeBallast } from "./storage_room.js";

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
    this.database = database;
    return database;
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
    const run = () => this.withConnection((database) => runBatch(database, batch));
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

  // Behind the answer: the person need not wait for it.
  afterFirstSave() {
    this.savedStrictly = true;
    askToKeep();
    this.last = this.last.then(() => this.withConnection(takeBallast)).catch(() => {});
  }

  async read(shelf) {
    if (!shelf) throw new Refusal(Fault.Failed, "unknown shelf");
    return this.withConnection((database) => {
      const transaction = database.transaction(shelf, "readonly");
      const store = transaction.objectStore(shelf);
      const keys = store.getAllKeys();
      const values = store.getAll();
      return completion(database, transaction, () => entriesReply(keys.result, values.result));
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
