// StatementDesk: the bank's file that a person has chosen, as long as the application is open: what was read out of it,
// what they said about its lines, and the payments on their way into the ledger. Nothing of the file is kept or sent
// but the payments that are added; what was said and learned is kept as their own drafts. Owned by the plugin.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/statement/bank_balance.hpp"
#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace alongside {
class Host;
namespace ui {
struct PickedFile;
}
}  // namespace alongside

namespace alongside::direct_payments {

class StatementDesk {
 public:
  static constexpr std::size_t most_at_once = 500;  // payments that one press adds

  // The file was gone or could not be opened; else why nothing could be read out of it.
  enum class Unread : std::uint8_t { No, Opening, Gone };
  using Fault = std::variant<Unread, StatementFault>;

  explicit StatementDesk(Host& host) : host_(host) {}

  void take(const ui::PickedFile& picked);
  bool is_reading() const { return reading_ != nullptr; }
  const std::optional<Fault>& fault() const { return fault_; }
  const Statement* statement() const { return statement_ ? &*statement_ : nullptr; }
  const std::string& name() const { return name_; }
  const std::vector<std::string>& accounts() const { return accounts_; }
  const std::string& account() const { return account_; }  // of accounts(); empty: there is one at the most
  void choose_account(std::string account);

  // What adding it would do now; made anew when the records, the account or what was said has changed.
  const FilePreview& preview(BookStore& store, const BookAgreement& agreement);
  // The rows in the order in which they were first shown, those that are asked about at the top; it stays while a
  // person answers.
  const std::vector<std::size_t>& order() const { return order_; }
  bool was_asked(std::size_t row) const { return row < was_asked_.size() && was_asked_[row]; }

  void say(const PreviewRow& row, RowNote note);
  void unsay(const PreviewRow& row);

  // Each payment is one change, durable by itself: whatever stops in the middle, the file says what is left.
  void add(const Book& book, const BookAgreement& agreement);
  bool is_adding() const { return adding_ != nullptr && adding_->waiting > 0; }
  std::size_t added() const { return adding_ == nullptr ? 0 : adding_->saved; }
  std::size_t not_kept() const { return adding_ == nullptr ? 0 : adding_->failed; }
  bool take_focus();  // once, when the payments are in

 private:
  struct Reading {
    std::optional<Result<Bytes>> bytes;
  };
  struct Adding {
    std::size_t waiting = 0, saved = 0, failed = 0;
    bool wants_focus = false;
  };

  // What a preview was made of.
  struct Made {
    DocumentId agreement;
    std::uint64_t edition = 0;
    std::uint64_t said = 0;
    Date today;
    bool operator==(const Made&) const = default;
  };

  void settle();
  void forget_file();
  bool read_drafts();
  void order_rows();

  Host& host_;
  std::shared_ptr<Reading> reading_;
  std::shared_ptr<Adding> adding_;
  std::string name_;
  std::optional<Fault> fault_;
  std::optional<Statement> statement_;
  std::vector<std::string> accounts_;
  std::string account_;
  PayeeRules rules_;
  RowNotes notes_;
  bool are_drafts_read_ = false;
  FilePreview preview_;
  std::optional<Made> made_of_;  // nothing: there is no preview yet
  std::uint64_t said_ = 0;
  std::vector<std::size_t> order_;
  std::vector<bool> was_asked_;
};

}  // namespace alongside::direct_payments
