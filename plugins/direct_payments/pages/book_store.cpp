#include "plugins/direct_payments/pages/book_store.hpp"

#include "app/wire/messages/session.hpp"
#include "plugins/direct_payments/pages/book_reader.hpp"

namespace alongside::direct_payments {

bool BookStore::is_signed_in() const { return !host_.session().person.is_nil(); }

const Book& BookStore::book() {
  const std::uint64_t edition = host_.records().edition();
  if (edition_ == edition) return book_;
  book_ = read_book(host_.records(), host_.session().person);
  edition_ = edition;
  return book_;
}

const BookAgreement* BookStore::agreement_for(const Route& route) {
  const Book& all = book();
  const auto wanted = DocumentId::parse(route.value("for"));
  const BookAgreement* named = wanted.ok() ? all.agreement(wanted.value()) : nullptr;
  if (named != nullptr) return named;
  return all.agreements.empty() ? nullptr : &all.agreements.front();
}

std::string BookStore::name_of_child(const wire::Subject& subject) const {
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.subject == subject) return child.name;
  }
  return {};
}

}  // namespace alongside::direct_payments
