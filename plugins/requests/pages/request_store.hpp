// RequestStore: what the family has asked for, for the screens. Works the book out anew only when the records have
// changed. Owned by the plugin, shared by its pages and its summary.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/requests/model/request_book.hpp"

#include <string>

namespace alongside::requests {

class RequestStore {
 public:
  explicit RequestStore(Host& host) : host_(host) {}

  bool is_signed_in() const;
  // Whether this person is somebody's parent, carer, or the young person: a helper asks for nothing.
  bool may_ask() const;
  const RequestBook& book();
  std::string name_of_child(const wire::Subject& subject) const;  // empty when not known

 private:
  Host& host_;
  std::uint64_t edition_ = 0;
  bool is_fresh_ = false;
  RequestBook book_;
};

}  // namespace alongside::requests
