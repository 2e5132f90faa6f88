#include "app/server/sync/device_log.hpp"

#include "app/server/audit/audit_trail.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

namespace alongside::server {

namespace {

std::int64_t stored_form(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Result<std::optional<wire::OperationResult>> result_in(Statement& row) {
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return std::optional<wire::OperationResult>();
  wire::OperationResult found;
  found.id = column_id<OperationId>(row, 0);
  found.outcome = static_cast<wire::Outcome>(row.column_integer(1));
  found.code = row.column_text(2);
  found.version = static_cast<std::uint64_t>(row.column_integer(3));
  return std::optional<wire::OperationResult>(std::move(found));
}

}  // namespace

Result<std::uint64_t> DeviceLog::number_of(std::string_view sql, const DeviceKey& device) const {
  auto row = ALONGSIDE_TRY(database_.prepare(sql));
  bind_id(row, 1, device.person);
  bind_id(row, 2, device.id);
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return std::uint64_t{0};
  return static_cast<std::uint64_t>(row.column_integer(0));
}

Result<std::uint64_t> DeviceLog::last(const DeviceKey& device) const {
  return number_of("SELECT last FROM device WHERE person = ?1 AND id = ?2", device);
}

Result<std::uint64_t> DeviceLog::backed_up(const DeviceKey& device) const {
  return number_of("SELECT backed_up FROM device WHERE person = ?1 AND id = ?2", device);
}

Result<void> DeviceLog::note_backed_up(const DeviceKey& device, std::uint64_t last) {
  auto change = ALONGSIDE_TRY(
      database_.prepare("UPDATE device SET backed_up = ?3 WHERE person = ?1 AND id = ?2 AND backed_up < ?3"));
  bind_id(change, 1, device.person);
  bind_id(change, 2, device.id);
  change.bind(3, stored_form(last));
  return change.run();
}

Result<std::optional<wire::OperationResult>> DeviceLog::stored(const DeviceKey& device, std::uint64_t sequence) const {
  auto row =
      ALONGSIDE_TRY(database_.prepare("SELECT operation, outcome, code, version FROM operation_result"
                                      " WHERE person = ?1 AND device = ?2 AND sequence = ?3"));
  bind_id(row, 1, device.person);
  bind_id(row, 2, device.id);
  row.bind(3, stored_form(sequence));
  return result_in(row);
}

Result<std::optional<wire::OperationResult>> DeviceLog::stored_anywhere(PersonId person, OperationId operation) const {
  auto row =
      ALONGSIDE_TRY(database_.prepare("SELECT operation, outcome, code, version FROM operation_result"
                                      " WHERE person = ?1 AND operation = ?2 LIMIT 1"));
  bind_id(row, 1, person);
  bind_id(row, 2, operation);
  return result_in(row);
}

Result<void> DeviceLog::store(const DeviceKey& device, std::uint64_t sequence, const wire::OperationResult& result) {
  auto move_on =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO device (person, id, last) VALUES (?1, ?2, ?3)"
                                      " ON CONFLICT (person, id) DO UPDATE SET last = excluded.last"));
  bind_id(move_on, 1, device.person);
  bind_id(move_on, 2, device.id);
  move_on.bind(3, stored_form(sequence));
  ALONGSIDE_TRY(move_on.run());
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO operation_result (person, device, sequence, operation, outcome, code, version)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  bind_id(insert, 1, device.person);
  bind_id(insert, 2, device.id);
  insert.bind(3, stored_form(sequence));
  bind_id(insert, 4, result.id);
  insert.bind(5, static_cast<int>(result.outcome)).bind(6, result.code).bind(7, stored_form(result.version));
  return insert.run();
}

Result<void> DeviceLog::audit(const DeviceKey& device, const wire::Operation& operation,
                              const wire::OperationResult& result, std::int64_t at_ms) {
  AuditEntry entry;
  entry.at_ms = at_ms;
  entry.operation = operation.id;
  entry.device = device.id;
  entry.actor = operation.actor;
  entry.household = operation.subject.household;
  entry.subject = operation.subject.id;
  entry.kind = operation.kind;
  entry.outcome = static_cast<std::int64_t>(result.outcome);
  entry.code = result.code;
  return AuditTrail(database_).append(entry);
}

}  // namespace alongside::server
