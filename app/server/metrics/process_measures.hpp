// add_process_measures: what the operating system says of this process. Called by the server's run.
#pragma once

namespace alongside::server {

class Measures;

void add_process_measures(Measures& measures);

}  // namespace alongside::server
