#include "plugins/direct_payments/pages/statement/statement_desk.hpp"

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "app/ui/words.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"

#include <string_view>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr std::string_view rules_key = "direct_payments.payees";
constexpr std::string_view notes_key = "direct_payments.bank_lines";

template <wire::Message T>
T kept_draft(const Records& records, std::string_view key) {
  const auto draft = records.draft(key);
  auto kept = draft ? wire::decode_payload<T>(*draft) : Result<T>(Error{});
  return kept.ok() ? std::move(kept).value() : T();
}

std::string_view text_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

void StatementDesk::forget_file() {
  fault_.reset();
  statement_.reset();
  adding_.reset();
  accounts_.clear();
  account_.clear();
  made_of_.reset();
}

void StatementDesk::take(const ui::PickedFile& picked) {
  forget_file();
  name_ = picked.name;
  reading_ = std::make_shared<Reading>();
  host_.read_file(picked.token, Statement::most_bytes,
                  [this, hold = std::weak_ptr<Reading>(reading_)](Result<Bytes> bytes) {
                    const auto reading = hold.lock();
                    if (!reading) return;  // another file was chosen since
                    reading->bytes = std::move(bytes);
                    settle();
                  });
}

void StatementDesk::choose_account(std::string account) {
  account_ = std::move(account);
  made_of_.reset();
  adding_.reset();
}

void StatementDesk::settle() {
  const Result<Bytes> bytes = std::move(*reading_->bytes);
  reading_.reset();
  if (!bytes.ok()) {
    const bool is_large = bytes.error().code == ErrorCode::TooLarge;
    fault_ = is_large ? Fault(StatementFault::TooLarge) : Fault(Unread::Gone);
    return;
  }
  auto read = read_statement(text_of(bytes.value()));
  if (const auto* fault = std::get_if<StatementFault>(&read)) {
    fault_ = *fault;
    return;
  }
  statement_ = std::move(std::get<Statement>(read));
  accounts_ = accounts_in(*statement_);
  if (accounts_.size() > 1) account_ = accounts_.front();
}

// What is not read yet must not be written over.
bool StatementDesk::read_drafts() {
  if (are_drafts_read_) return true;
  const Records& records = host_.records();
  if (!records.are_drafts_read()) return false;
  rules_ = kept_draft<PayeeRules>(records, rules_key);
  notes_ = kept_draft<RowNotes>(records, notes_key);
  return are_drafts_read_ = true;
}

const FilePreview& StatementDesk::preview(BookStore& store, const BookAgreement& agreement) {
  if (read_drafts() && said_ == 0) ++said_;  // what was said before counts from now on
  const Made made{agreement.id, host_.records().edition(), said_, host_.clock().today()};
  if (made_of_ == made) return preview_;
  const bool is_first = !made_of_ || made_of_->agreement != agreement.id;
  preview_ = preview_file(*statement_, account_, store.book(), agreement, rules_, notes_, made.today);
  made_of_ = made;
  if (is_first) order_rows();
  return preview_;
}

void StatementDesk::order_rows() {
  order_.clear();
  was_asked_.clear();
  for (const PreviewRow& row : preview_.rows) was_asked_.push_back(row.standing == RowStanding::Ask);
  for (const bool is_asked : {true, false}) {
    for (std::size_t i = 0; i < was_asked_.size(); ++i) {
      if (was_asked_[i] == is_asked) order_.push_back(i);
    }
  }
}

void StatementDesk::say(const PreviewRow& row, RowNote note) {
  if (!read_drafts()) return;
  if (note.choice == RowChoice::Counts) {
    rules_.learn(row.row.text, note.category);
    host_.records().keep_draft(rules_key, wire::encode_payload(rules_), {});
  }
  note.line = row.key;
  notes_.say(std::move(note));
  host_.records().keep_draft(notes_key, wire::encode_payload(notes_), {});
  ++said_;
}

void StatementDesk::unsay(const PreviewRow& row) {
  if (!read_drafts()) return;
  notes_.unsay(row.key);
  host_.records().keep_draft(notes_key, wire::encode_payload(notes_), {});
  ++said_;
}

void StatementDesk::add(const Book& book, const BookAgreement& agreement) {
  if (is_adding()) return;
  const std::vector<RecordTransaction> payments = payments_to_add(preview_, book, agreement, most_at_once);
  if (payments.empty()) return;
  adding_ = std::make_shared<Adding>();
  adding_->waiting = payments.size();
  for (const RecordTransaction& payment : payments) {
    host_.records().save(change_of(agreement.subject, payment), [adding = adding_, &host = host_](const auto& saved) {
      ++(saved.ok() ? adding->saved : adding->failed);
      if (--adding->waiting > 0) return;
      adding->wants_focus = true;
      const ui::Words& words = host.words();
      host.announce(adding->failed > 0 ? words.get("direct_payments.not_kept"_t)
                                       : words.plural("statements.added"_t, static_cast<std::int64_t>(adding->saved)));
      host.redraw();
    });
  }
}

bool StatementDesk::take_focus() { return adding_ != nullptr && std::exchange(adding_->wants_focus, false); }

}  // namespace alongside::direct_payments
