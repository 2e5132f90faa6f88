// RequestBook: what a family has asked for as this device knows it: what the council sent, with what this device has
// done since laid over it. Pure: the same for the same documents and changes. Read by every screen of requests.
#pragma once

#include "app/wire/messages/operation.hpp"
#include "plugins/requests/model/changes.hpp"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace alongside::requests {

// How far the last change of this device to it has come. A refused one was not made.
enum class Progress : std::uint8_t { WithCouncil, Saving, OnDevice, Received, Refused };

struct BookRequest {
  DocumentId id;
  wire::Version version;  // none: the council does not have it yet
  wire::Subject subject;
  FamilyRequest request;
  Progress progress = Progress::WithCouncil;
};

using AnyChange = std::variant<AskFor, AddWords, TakeBack>;

struct BookChange {
  OperationId id;
  wire::Subject subject;
  wire::Version base;
  Date day;  // on which it was made, by this device's clock
  Progress progress = Progress::OnDevice;
  std::string code;  // of a refusal
  AnyChange change;
};

struct RequestBook {
  std::vector<BookRequest> requests;  // the newest first
  std::vector<BookChange> refused;
  std::size_t unreadable = 0;  // documents of a newer edition than this program

  const BookRequest* find(DocumentId id) const;
};

// `changes` in the order in which they were made.
RequestBook apply_changes(RequestBook book, std::span<const BookChange> changes);

}  // namespace alongside::requests
