/**
 * A mail server for the contract tests: the npm package smtp-server, in the open on this machine alone.
 * Started by mail_test.cpp as: smtp_server.mjs FOLDER PORT. It writes its port to FOLDER/port, reads how it
 * is to behave from FOLDER/mode at each letter, and adds each letter that came whole to FOLDER/letters.
 * Modes: "take"; "later" and "refuse" (said to the recipient); "silent" (it has the letter, and never says so).
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, port] = process.argv.slice(2);
const mode = () => readFileSync(join(folder, 'mode'), 'utf8').trim();

function refusal(code) {
  return Object.assign(new Error('parent@canary.example is not known here'), { responseCode: code });
}

function toRecipient(address, session, done) {
  if (mode() === 'later') return done(refusal(451));
  return mode() === 'refuse' ? done(refusal(550)) : done();
}

async function data(stream, session, done) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(' ');
  appendFileSync(join(folder, 'letters'), `ENVELOPE ${to}\n${Buffer.concat(chunks)}\nEND\n`);
  if (mode() !== 'silent') done();
}

const server = new SMTPServer({
  authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], onRcptTo: toRecipient, onData: data,
});
server.on('error', () => {});  // whoever is killed in the middle of a letter
server.listen(Number(port), '127.0.0.1', () => {
  writeFileSync(join(folder, 'port.new'), String(server.server.address().port));
  renameSync(join(folder, 'port.new'), join(folder, 'port'));
});
