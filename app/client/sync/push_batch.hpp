// What to push next, and what a reply changes on the shelves. Pure: used by PushRound, which does the
// sending. A sequence is never given to another change while its device id stands.
#pragma once

#include "app/base/chance.hpp"
#include "app/client/sync/replica.hpp"
#include "app/wire/messages/push.hpp"

#include <optional>

namespace alongside::client {

// At most this much payload in one push, unless one change alone is more.
inline constexpr std::size_t most_push_bytes = std::size_t{160} << 10;

// Some acknowledged changes outlast any date, in case the device's clock is years ahead.
inline constexpr std::size_t always_kept = 1'000;
inline constexpr std::int32_t kept_days = 400;

// The unsent from the first on, without a gap; nothing when all is sent.
std::optional<wire::Push> next_push(const Replica& replica, std::size_t most);
// One change that was applied, sent again to ask a council how far it has come; nothing when there is none.
std::optional<wire::Push> probe(const Replica& replica);

// False: the reply is none to this push.
bool answers(const wire::PushReply& reply, const wire::Push& push);

// Puts the results beside their changes; what the council no longer has becomes unsent again.
Batch settle(const Replica& replica, const wire::Push& push, const wire::PushReply& reply, Date today);

// Another device id: what is unsent, and what was applied and may be needed once more, is numbered anew
// from 1, in order, in one commit; the council knows each again by its id. Refusals that the person has not
// seen are put aside.
Batch number_anew(const Replica& replica, DeviceId device);

// A batch that changes are appended in. The device must be the one we know: another tab may have numbered it anew, or
// wiped everything. One without a name gets one.
Batch appending(const Replica& replica, Chance& chance);

}  // namespace alongside::client
