// The changes a family makes to its returns, as operations carry them. The figures are what the person saw: the council
// works them out anew, and takes no others than its ledger's.
#pragma once

#include "plugins/direct_payments/model/returns/return_record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

enum class Declared : std::uint8_t { No, Yes };
constexpr bool is_known(Declared declared) { return declared <= Declared::Yes; }

// The first edition has base version 0; a later one that of the return which the council opened again.
struct SendReturn {
  static constexpr wire::SchemaId schema{215, 1};
  DocumentId agreement;
  Date first;
  Date last;
  ReturnFigures figures;
  std::optional<StatementNote> statement;
  std::string note;
  Declared declared = Declared::No;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(first), CEREAL_NVP(last), CEREAL_NVP(figures), CEREAL_NVP(statement),
            CEREAL_NVP(note), CEREAL_NVP(declared), tail);
  }
};

// To the council's question: words, and papers if it asked for some.
struct AnswerReturn {
  static constexpr wire::SchemaId schema{216, 1};
  DocumentId id;  // of the return
  std::string words;
  std::vector<DocumentId> files;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(words), CEREAL_NVP(files), tail);
  }
};

}  // namespace alongside::direct_payments
