// The changes a family makes to its money, as operations carry them. RecordTransaction is kept
// small (whole, in a push, under 64 bytes for an everyday payment): it names its agreement by a mark,
// who and when stand in the operation, and what is empty at its end is not written. A receipt is named
// here only; its photo goes by itself, later, and holds no payment up.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/plan_item.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

struct RecordTransaction {
  static constexpr wire::SchemaId schema{210, 1};
  AgreementMark agreement = 0;
  Date day;
  std::vector<Posting> postings;
  std::string text;
  DocumentId plan_item;
  ServiceId service;
  std::vector<DocumentId> receipts;  // ids of attachments, made by the device
  std::optional<BankNote> bank;      // when it came out of a bank's file
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(day), CEREAL_NVP(postings), CEREAL_NVP(text),
            wire::appended(CEREAL_NVP(plan_item)), wire::appended(CEREAL_NVP(service)),
            wire::appended(CEREAL_NVP(receipts)), wire::appended(CEREAL_NVP(bank)), tail);
  }
};

struct ReverseTransaction {
  static constexpr wire::SchemaId schema{211, 1};
  DocumentId transaction;
  std::string reason;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(transaction), CEREAL_NVP(reason), tail);
  }
};

// Makes a plan item (base version 0) or changes the one the person saw.
struct PutPlanItem {
  static constexpr wire::SchemaId schema{212, 1};
  DocumentId id;
  PlanItem item;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(item), tail);
  }
};

struct RemovePlanItem {
  static constexpr wire::SchemaId schema{213, 1};
  DocumentId id;
  std::string name;  // as the person saw it: for telling them, should it be out already
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), wire::appended(CEREAL_NVP(name)), tail);
  }
};

// A receipt of a payment that is recorded already.
struct AddReceipt {
  static constexpr wire::SchemaId schema{214, 1};
  DocumentId transaction;
  DocumentId receipt;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(transaction), CEREAL_NVP(receipt), tail);
  }
};

}  // namespace alongside::direct_payments
