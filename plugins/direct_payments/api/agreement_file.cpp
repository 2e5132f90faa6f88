#include "plugins/direct_payments/api/agreement_file.hpp"

#include "app/server/json_fields.hpp"
#include "plugins/direct_payments/api/spending/rules_file.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace alongside::direct_payments {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::string_view id_rule = "write an id, like \"d3a81f6c-0e57-4b29-9a4d-7c1e5f2b8d90\"";
constexpr std::string_view date_rule = "write a date, like \"2026-11-02\"";
constexpr std::string_view money_rule = "write pounds and pence above zero in quotes, like \"312.00\"";
constexpr std::string_view ends_rule = "write a date on or after the one in \"starts\"";

template <class AnyId>
AnyId read_id(JsonFields& fields, std::string_view key) {
  const std::string text = fields.text(key, {36, id_rule});
  const auto id = AnyId::parse(text);
  const bool good = id.ok() && !id.value().is_nil();
  if (!text.empty() && !good) fields.mistake(key, id_rule);
  return good ? id.value() : AnyId{};
}

Date read_date(JsonFields& fields, std::string_view key) {
  const std::string text = fields.text(key, {10, date_rule});
  const auto date = Date::parse(text);
  if (!text.empty() && !date.ok()) fields.mistake(key, date_rule);
  return date.ok() ? date.value() : Date{};
}

Money read_money(JsonFields& fields, std::string_view key) {
  const std::string text = fields.text(key, {20, money_rule});
  const auto money = Money::parse(text);
  const bool good = money.ok() && money.value().pence() > 0 && money.value().pence() <= Transaction::most_pence;
  if (!text.empty() && !good) fields.mistake(key, money_rule);
  return good ? money.value() : Money{};
}

wire::Bilingual read_title(JsonFields fields) {
  wire::Bilingual words;
  words.en = fields.text("en", {200, "write the letter's name in English"});
  words.cy = fields.optional_text("cy", {200, "write the same name in Welsh"});
  fields.finish();
  return words;
}

void read_letter(JsonFields fields, Agreement& agreement) {
  agreement.source = read_title(fields.object("title"));
  agreement.source_date = read_date(fields, "date");
  fields.finish();
}

FilePayment read_payment(JsonFields fields) {
  FilePayment payment;
  payment.id = read_id<DocumentId>(fields, "id");
  payment.day = read_date(fields, "day");
  payment.amount = read_money(fields, "pounds");
  fields.finish();
  return payment;
}

// One of the two. A program that knows no months gets about as many days.
void read_period(JsonFields& fields, Agreement& agreement) {
  constexpr std::uint16_t days_of_month = 30;
  if (fields.optional("period_months") == nullptr) {
    const std::int64_t days = fields.integer("period_days", {1, Agreement::longest_period});
    agreement.period_days = static_cast<std::uint16_t>(days);
    return;
  }
  const std::int64_t months = fields.integer("period_months", {1, Agreement::most_months});
  agreement.period_months = static_cast<std::uint16_t>(months);
  agreement.period_days = static_cast<std::uint16_t>(months * days_of_month);
  if (fields.optional("period_days") != nullptr)
    fields.mistake("period_days", "write this or \"period_months\", not both");
}

FileAgreement read_agreement(JsonFields fields, JsonMistakes& mistakes) {
  FileAgreement file;
  Agreement& agreement = file.agreement;
  file.id = read_id<DocumentId>(fields, "id");
  file.subject.household = read_id<HouseholdId>(fields, "household");
  file.subject.id = agreement.child = read_id<SubjectId>(fields, "child");
  agreement.payee = read_id<PersonId>(fields, "payee");
  read_period(fields, agreement);
  agreement.first_day = read_date(fields, "first_day");
  agreement.per_period = read_money(fields, "pounds_per_period");
  agreement.starts = read_date(fields, "starts");
  if (fields.optional("ends") != nullptr) {
    agreement.ends = read_date(fields, "ends");
    if (*agreement.ends < agreement.starts) fields.mistake("ends", ends_rule);
  }
  if (fields.optional("review") != nullptr) {
    agreement.review = read_date(fields, "review");
    if (*agreement.review < agreement.starts) fields.mistake("review", ends_rule);
  }
  read_letter(fields.object("letter"), agreement);
  if (const server::JsonValue* found = fields.optional("agreed")) {
    file.agreed = read_agreed_words(JsonFields(*found, fields.path_of("agreed"), mistakes), mistakes);
    file.agreed->agreement = file.id;
  }
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array("payments", 0, 1000)) {
    const std::string path = fields.path_of("payments") + "[" + std::to_string(index++) + "]";
    file.payments.push_back(read_payment(JsonFields(item, path, mistakes)));
  }
  fields.finish();
  return file;
}

}  // namespace

Result<std::vector<FileAgreement>> parse_agreements(const server::JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  std::vector<FileAgreement> agreements;
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array("agreements", 1, 10000)) {
    const std::string path = "agreements[" + std::to_string(index++) + "]";
    agreements.push_back(read_agreement(JsonFields(item, path, mistakes), mistakes));
  }
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return agreements;
}

}  // namespace alongside::direct_payments
