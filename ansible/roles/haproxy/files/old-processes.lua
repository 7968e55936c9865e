-- What the current process knows of those that reloads left behind: they still hold sessions, check no servers and
-- cannot be seen from outside. Each of them asks once a second which servers are down (end-sessions.lua), and
-- says with it how many sessions it has. `/metrics/process` exports that, and what the reloads came to.

local FORGOTTEN_MS = 3000 -- a process that asked nothing for so long has ended
local LOOK_MS = 500 -- every server is looked at no more often than this, however many processes ask
local RELOADS = "/reloads" -- below the chroot; the unit counts each reload into it

-- By process id: its sessions, and when (in ms) it said so.
local heard = {}
local down = { at = 0, lines = "" }

local function now_ms()
    local now = core.now()
    return now.sec * 1000 + now.usec // 1000
end

local function servers_down()
    local lines = {}
    for backend, proxy in pairs(core.backends) do
        for name, server in pairs(proxy.servers) do
            if server:get_stats().status:find("^DOWN") then
                table.insert(lines, ("%s %s %s\n"):format(backend, name, server:get_addr()))
            end
        end
    end
    return table.concat(lines)
end

core.register_cli({ "old-process" }, "", function(applet, _, pid, sessions)
    local now = now_ms()
    if tonumber(pid) and tonumber(sessions) then
        heard[pid] = { sessions = tonumber(sessions), at = now }
    end
    if now - down.at >= LOOK_MS then
        down = { at = now, lines = servers_down() }
    end
    applet:send(down.lines .. "\n")
end)

local function count_old()
    local processes, sessions = 0, 0
    for pid, said in pairs(heard) do
        if now_ms() - said.at > FORGOTTEN_MS then
            heard[pid] = nil
        else
            processes = processes + 1
            sessions = sessions + said.sessions
        end
    end
    return processes, sessions
end

local function count_reloads()
    local file = io.open(RELOADS)
    if not file then
        return 0, 0
    end
    local line = file:read("l") or ""
    file:close()
    local reloads, failures = line:match("^reloads (%d+) failures (%d+)$")
    return reloads or 0, failures or 0
end

local function metric(name, type, help, value)
    local full = "nodeport_haproxy_" .. name
    return ("# HELP %s %s\n# TYPE %s %s\n%s%s\n"):format(full, help, full, type, full, value)
end

local function metrics()
    local processes, sessions = count_old()
    local reloads, failures = count_reloads()
    -- Read here: `setenv` stands below the `lua-load` lines.
    local hash = ('{hash="%s"} 1'):format(os.getenv("NODEPORT_CONFIGURATION") or "")
    return table.concat({
        metric("old_processes", "gauge", "Processes from before a reload that still hold sessions.", " " .. processes),
        metric("old_sessions", "gauge", "Sessions that these processes hold.", " " .. sessions),
        metric("reloads_total", "counter", "Reloads that were tried.", " " .. reloads),
        metric("reload_failures_total", "counter", "Reloads that the process before them survived.", " " .. failures),
        metric("configuration_info", "gauge", "The configuration that the process runs, by its hash.", hash),
    })
end

core.register_service("process-metrics", "http", function(applet)
    local body = metrics()
    applet:set_status(200)
    applet:add_header("content-type", "text/plain; version=0.0.4")
    applet:add_header("content-length", #body)
    applet:start_response()
    applet:send(body)
end)
