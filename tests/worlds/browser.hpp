// Browser: one person on one device: signs in, pushes, looks. Its cookie and its place in the feed
// are its own. What B's browsers are answered is kept, byte for byte.
#pragma once

#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"
#include "tests/worlds/council.hpp"
#include "tests/worlds/family.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::worlds {

class Browser {
 public:
  Browser(Council& council, Who who, unsigned device, std::vector<std::string>* seen)
      : council_(council), who_(who), device_(device_id(who, device)), seen_(seen) {}

  void sign_in();
  Answer get(const std::string& target);
  Answer post(const std::string& target, const Bytes& frame);
  // Everything new of the feed, page by page.
  void look();
  void push(const wire::Subject& subject, wire::SchemaId schema, Bytes payload, std::uint64_t base_version);
  // As a letter without a name goes: without the cookie.
  Answer post_without_name(const std::string& target, const Bytes& frame);
  void push_as(DeviceId device, PersonId actor, const wire::Subject& subject);

  // As this browser last saw it; 0 when there is none.
  std::uint64_t version(DocumentId id) const;
  const std::map<DocumentId, wire::Document>& documents() const { return documents_; }
  std::uint64_t cursor() const { return cursor_; }

 private:
  enum class Cookie : bool { Left, Sent };
  Answer ask(std::string_view method, const std::string& target, std::string_view fields, const Bytes& body,
             Cookie cookie = Cookie::Sent);

  Council& council_;
  Who who_;
  DeviceId device_;
  std::vector<std::string>* seen_;
  std::string cookie_;
  std::uint64_t next_ = 1;
  std::uint64_t cursor_ = 0;
  std::map<DocumentId, wire::Document> documents_;
};

}  // namespace alongside::worlds
