// run_command_line: what the person typed, understood and done. Called by main with the features
// already added, since their verbs are part of --help. Returns the exit code: 0 done, 1 failed,
// 2 not understood.
#pragma once

namespace alongside::server {

class Application;

int run_command_line(Application& application, int argc, char** argv);

}  // namespace alongside::server
