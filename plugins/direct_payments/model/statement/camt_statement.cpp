#include "plugins/direct_payments/model/statement/camt_statement.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/camt_entry.hpp"
#include "plugins/direct_payments/model/statement/markup_reader.hpp"
#include "plugins/direct_payments/model/statement/settle_rows.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

constexpr std::size_t most_depth = 32;

class CamtReader {
 public:
  CamtReader(std::string_view text, RowTaker& rows) : markup_(text), rows_(rows) {}

  std::optional<StatementFault> read() {
    MarkupToken token;
    while (!rows_.is_over() && markup_.next(token)) {
      if (token.kind == MarkupKind::Open && !open(token)) return StatementFault::TooDeep;
      if (token.kind == MarkupKind::Text) text(token.text);
      if (token.kind == MarkupKind::Close) close(token.name);
    }
    if (token.kind == MarkupKind::Doctype) return StatementFault::Doctype;
    if (entry_) finish(LineReason::CutOff);
    return std::nullopt;
  }

 private:
  bool open(const MarkupToken& token) {
    if (path_.size() == most_depth) return false;
    path_.push_back(token.name);
    if ((token.name == "Ntry" || token.name == "Bal") && !entry_) {
      entry_.emplace(token.line, account_);
      entry_depth_ = path_.size();
    } else if (entry_) {
      entry_->open(path_from(entry_depth_), token.attributes);
    }
    return true;
  }

  void text(const std::string& text) {
    const std::string_view value = trim(text);
    if (value.empty()) return;
    if (entry_) {
      entry_->put(path_from(entry_depth_), value);
    } else if (ends_in("Acct/Id/IBAN") || ends_in("Acct/Id/Othr/Id")) {
      account_ = value;
    }
  }

  // Closes the innermost tag of that name, and with it what was left open inside.
  void close(std::string_view name) {
    std::size_t depth = path_.size();
    while (depth > 0 && path_[depth - 1] != name) --depth;
    if (depth == 0) return;
    if (entry_ && depth <= entry_depth_) finish(depth == entry_depth_ ? LineReason::None : LineReason::CutOff);
    path_.resize(depth - 1);
  }

  void finish(LineReason reason) {
    if (!entry_->is_other_balance(path_[entry_depth_ - 1])) rows_.take(entry_->finish(reason));
    entry_.reset();
  }

  std::string path_from(std::size_t depth) const {
    std::string path;
    for (std::size_t i = depth; i < path_.size(); ++i) {
      if (i > depth) path += '/';
      path += path_[i];
    }
    return path;
  }

  bool ends_in(std::string_view end) const {
    const std::string path = path_from(0);
    return path.ends_with(end);
  }

  MarkupReader markup_;
  RowTaker& rows_;
  std::vector<std::string_view> path_;
  std::optional<CamtEntry> entry_;
  std::size_t entry_depth_ = 0;
  std::string account_;
};

}  // namespace

std::variant<Statement, StatementFault> read_camt_statement(std::string_view text) {
  return settle_rows(StatementFormat::Camt053, text,
                     [](std::string_view whole, RowTaker& rows) { return CamtReader(whole, rows).read(); });
}

}  // namespace alongside::direct_payments
