#include "app/server/sync/push_group.hpp"

#include "app/server/database.hpp"
#include "app/server/loop_turn.hpp"
#include "app/server/sync/sync_service.hpp"

#include <exception>
#include <string>
#include <utility>

namespace alongside::server {

void PushGroup::add(const Actor& actor, wire::Push push, Done done, LoopTurn& turn) {
  waiting_.push_back({actor, std::move(push), std::move(done)});
  if (waiting_.size() == 1) turn.at_end([this, &turn] { run(turn); });
}

std::vector<PushGroup::Waiting> PushGroup::take() {
  std::vector<Waiting> group;
  std::size_t operations = 0;
  while (!waiting_.empty() && group.size() < most_pushes) {
    operations += waiting_.front().push.operations.size();
    if (operations > most_operations && !group.empty()) break;
    group.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return group;
}

// An exception must not end the loop, and with it everybody's connection.
Result<wire::PushReply> PushGroup::answer_to(const Waiting& waiting) {
  try {
    if (!ALONGSIDE_TRY(is_signed_in_(waiting.actor))) return Error{ErrorCode::SignedOut, "Sign in first."};
    return service_.push(waiting.actor, waiting.push);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Internal, std::string("a push threw: ") + exception.what()};
  }
}

std::vector<Result<wire::PushReply>> PushGroup::answers_to(const std::vector<Waiting>& group) {
  std::vector<Result<wire::PushReply>> answers;
  if (group.size() == 1) return {answer_to(group.front())};
  const auto none = [&](const Error& error) { return std::vector(group.size(), Result<wire::PushReply>(error)); };
  auto all = Transaction::create(database_);
  if (!all) return none(all.error());
  // Each is a transaction of its own inside: undone alone, kept with the others.
  for (const Waiting& waiting : group) answers.push_back(answer_to(waiting));
  const auto kept = all->commit();
  return kept ? answers : none(kept.error());
}

void PushGroup::run(LoopTurn& turn) {
  const std::vector<Waiting> group = take();
  if (!waiting_.empty()) turn.at_end([this, &turn] { run(turn); });
  auto answers = answers_to(group);
  for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(answers[i]));
}

}  // namespace alongside::server
