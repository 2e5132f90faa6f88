// What a push must be before anything of it is looked at, and how its parts become operations. Pure
// functions, called by SyncService.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/actor.hpp"
#include "app/wire/messages/push.hpp"

namespace alongside::server {

Result<void> check_push(const Actor& actor, const wire::Push& push);
wire::Operation operation_in(const wire::Push& push, std::size_t index);  // of a push that was checked

// What the device is told of an error that is final.
wire::OperationResult refusal(OperationId id, const Error& error);
// An error after which the same operation may well succeed.
bool is_passing(const Error& error);

}  // namespace alongside::server
