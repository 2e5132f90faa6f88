// BookStore: the family's book for the screens that need no more of their money than that: read anew only when the
// records have changed. Owned by a plugin, shared by its pages.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

class BookStore {
 public:
  explicit BookStore(Host& host) : host_(host) {}

  bool is_signed_in() const;
  const Book& book();
  // The one that the address names ("?for=" its id), else the first; null when there is none.
  const BookAgreement* agreement_for(const Route& route);
  std::string name_of_child(const wire::Subject& subject) const;  // empty when not known

 private:
  Host& host_;
  std::optional<std::uint64_t> edition_;
  Book book_;
};

}  // namespace alongside::direct_payments
