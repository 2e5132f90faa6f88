#include "plugins/direct_payments/model/statement/camt_entry.hpp"

#include "plugins/direct_payments/model/statement/markup_reader.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view details = "NtryDtls/TxDtls/";

// A person's name, wherever this edition keeps it.
bool is_name_of(std::string_view path, std::string_view party) {
  constexpr std::string_view parties = "RltdPties/";
  if (!path.starts_with(parties)) return false;
  path.remove_prefix(parties.size());
  if (!path.starts_with(party)) return false;
  path.remove_prefix(party.size());
  return path == "/Nm" || path == "/Pty/Nm";
}

}  // namespace

CamtEntry::CamtEntry(std::uint32_t line, std::string_view account) {
  row_.line = line;
  row_.account = account;
  row_.direction = "?";  // until it says so: no entry goes without
}

void CamtEntry::open(std::string_view path, std::string_view attributes) {
  if (path == "Amt") row_.currency = attribute(attributes, "Ccy");
  if (path == "NtryDtls/TxDtls") ++payments_;
}

void CamtEntry::put(std::string_view path, std::string_view value) {
  if (has_control_characters(value)) row_.reason = LineReason::NotText;
  if (path == "Amt") row_.amount = value;
  if (path == "CdtDbtInd") row_.direction = value;
  if (path == "Sts" || path == "Sts/Cd") row_.status = value;
  if (path == "BookgDt/Dt" || path == "BookgDt/DtTm") row_.day = value;
  if (path == "ValDt/Dt" || path == "ValDt/DtTm") value_day_ = value;
  if (path == "Dt/Dt" || path == "Dt/DtTm") value_day_ = value;
  if (path == "Tp/CdOrPrtry/Cd") balance_ = value;
  if (path == "AcctSvcrRef") row_.bank_id = value;
  if (path == "AddtlNtryInf") more_ = value;
  if (path.starts_with(details) && payments_ == 1) put_details(path.substr(details.size()), value);
}

void CamtEntry::put_details(std::string_view path, std::string_view value) {
  if (is_name_of(path, "Dbtr")) debtor_ = value;
  if (is_name_of(path, "Cdtr")) creditor_ = value;
  if (path == "Refs/EndToEndId" && value != "NOTPROVIDED") end_to_end_id_ = value;
  if (path == "RmtInf/Ustrd" && remittance_.size() < MarkupReader::most_text_bytes) {
    if (!remittance_.empty()) remittance_ += ' ';
    remittance_ += value;
  }
}

RawRow CamtEntry::finish(LineReason reason) {
  if (row_.reason == LineReason::None) row_.reason = reason;
  if (row_.day.empty()) row_.day = std::move(value_day_);
  // Of an entry that gathers several payments, no one name is the right one.
  std::string& other = row_.direction == "CRDT" ? debtor_ : creditor_;
  if (payments_ <= 1 && !other.empty()) row_.text = std::move(other);
  if (row_.text.empty()) row_.text = payments_ <= 1 && !remittance_.empty() ? remittance_ : more_;
  row_.reference = !remittance_.empty() && remittance_ != row_.text ? remittance_ : end_to_end_id_;
  row_.source = row_.day + " " + row_.amount + " " + row_.text;
  if (balance_.empty()) return std::move(row_);
  if (row_.direction == "DBIT") row_.amount.insert(0, 1, '-');
  row_.balance.swap(row_.amount);
  return std::move(row_);
}

}  // namespace alongside::direct_payments
