// LoadedDevice: one device of a person that pushes as fast as it can until the server goes, remembers what it was
// told, and asks again when it was told nothing. Each runs on a thread of its own; owned by killed_server_test.cpp.
#pragma once

#include "app/wire/messages/push.hpp"
#include "tests/contract/family_server.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace alongside::contract {

class LoadedDevice {
 public:
  // What the council must have of a fact.
  struct Known {
    std::string text;
    std::uint64_t version = 0;
  };

  // A council that loses its database says so once (5xx) before it stops; one that is killed says nothing.
  enum class ServerErrors : std::uint8_t { AreFaults, AreNoAnswer };

  LoadedDevice(Who who, std::uint8_t number, std::string cookie, ServerErrors errors = ServerErrors::AreFaults);

  // Pushes until a push gets no answer, or until `most` were answered.
  void push_until_gone(std::uint16_t port, int most);

  Who who() const { return who_; }
  bool is_answered() const { return answered_ == all_.size(); }  // the council has said something of every change
  std::uint64_t answered() const { return answered_; }
  int unanswered_pushes() const { return unanswered_pushes_; }
  const std::map<DocumentId, Known>& known() const { return known_; }
  // What the council said that it must not say: empty when all is well.
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  void make_changes();
  wire::PushedOperation change();
  wire::Push next_push() const;
  void take(const wire::Push& push, const wire::PushReply& reply);
  void note(const wire::PushedOperation& operation, const wire::OperationResult& result);
  void fault(std::string what) { faults_.push_back(std::move(what)); }

  Who who_;
  std::uint8_t number_;
  std::string cookie_;
  ServerErrors errors_;
  std::mt19937 random_;
  std::vector<wire::PushedOperation> all_;  // the first has the sequence 1
  std::uint64_t answered_ = 0;              // so many of them
  std::map<DocumentId, Known> known_;
  std::map<DocumentId, std::uint64_t> versions_;  // with those of changes that are on their way
  int unanswered_pushes_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace alongside::contract
