#include "plugins/direct_payments/api/ledger_export.hpp"

#include "app/server/feature.hpp"
#include "app/server/verbs.hpp"
#include "app/server/whole_file.hpp"
#include "plugins/direct_payments/api/ledger_journal.hpp"

#include <optional>
#include <span>
#include <string>

namespace alongside::direct_payments {
namespace {

using server::VerbArgumentKind;
using server::VerbArgumentUse;

Result<std::string> export_ledger(const server::FeatureContext& context, const std::string& path,
                                  const std::string& of) {
  const bool is_csv = path.ends_with(".csv");
  if (!is_csv && !path.ends_with(".journal"))
    return Error{ErrorCode::InvalidInput, "write a file's name that ends in .journal or .csv"};
  std::optional<DocumentId> agreement;
  if (!of.empty()) {
    const auto id = DocumentId::parse(of);
    if (!id.ok()) return Error{ErrorCode::InvalidInput, "give the id of an agreement: council-api agreement list"};
    agreement = id.value();
  }
  const auto entries = ALONGSIDE_TRY(read_ledger(context, agreement));
  ALONGSIDE_TRY(server::write_whole_file(path, is_csv ? as_csv(entries) : as_journal(entries)));
  return std::to_string(entries.size()) + " transactions written to " + path + ".\n";
}

}  // namespace

void add_ledger_export(server::Verbs& verbs, const server::FeatureContext& context) {
  verbs.add({"ledger",
             "export",
             "Write the ledger as double entry for hledger and ledger (.journal), or as a table (.csv). It is personal:"
             " give it only to who works on it.",
             {{"FILE", "a name that ends in .journal or .csv", VerbArgumentKind::Path},
              {"--agreement", "the id of one agreement", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
             [&context](std::span<const std::string> given) { return export_ledger(context, given[0], given[1]); }});
}

}  // namespace alongside::direct_payments
