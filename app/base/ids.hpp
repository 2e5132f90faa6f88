// The identifiers that several folders share. Each is a random 128-bit number: nothing can be read
// from it, neither an order nor a count. Made by the server, or by a device for what it makes itself.
#pragma once

#include "app/base/id.hpp"

namespace alongside {

using HouseholdId = Id<struct HouseholdTag>;  // everybody around the same children; leads every key in storage
using PersonId = Id<struct PersonTag>;        // somebody who can sign in
using SubjectId = Id<struct SubjectTag>;      // what a change is about: a child, or a person for their own things
using DeviceId = Id<struct DeviceTag>;        // one person in one browser
using OperationId = Id<struct OperationTag>;
using DocumentId = Id<struct DocumentTag>;
using ServiceId = Id<struct ServiceTag>;          // of the local offer; nil: something that is not in it
using SessionHandle = Id<struct SessionTag>;      // names one signing in; neither its cookie nor made from it
using IncarnationId = Id<struct IncarnationTag>;  // one life of the council's database: another after a restore

}  // namespace alongside
