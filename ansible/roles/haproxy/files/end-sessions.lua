-- Ends the sessions on a server that is down, once new connections have left it.
--
-- Without this, a session on a worker that went silent hangs until `timeout server`. HAProxy's own
-- `on-marked-down shutdown-sessions` ends them too, but it also cuts the connections that are still being
-- established to that worker, which redispatch would have taken to another one: 3 to 5 of them at 20 a second.
-- So this waits for as long as such a connection may take.
--
-- A process that a reload left behind checks no servers any more. It asks the current one, which runs
-- old-processes.lua, and ends its own sessions by the same rule.

local POLL_MS = 100
local EVERY_SERVER = 10 -- polls between two looks at every server, which cost 16 us each
local ASK_MS = 1000
local CURRENT_PROCESS = "unix@/view.sock" -- below the chroot; a reload puts the new process's in this place
local PATIENCE_S = 1
local UNITS = { ms = 1, s = 1000, m = 60000, h = 3600000, d = 86400000 }

local number, unit = os.getenv("NODEPORT_CONNECT_TIMEOUT"):match("^(%d+)(%a+)$")
local connect_timeout_ms = tonumber(number) * UNITS[unit]

-- By backend: how many servers were usable at the last look.
local usable = {}
-- By BACKEND/SERVER: since when (in ms) it is down; false once its sessions were ended.
local down_since = {}

local function now_ms()
    local now = core.now()
    return now.sec * 1000 + now.usec // 1000
end

local function count_usable(proxy)
    local stats = proxy:get_stats()
    return stats.act + stats.bck
end

-- Returns whether the server's sessions are still to be ended.
local function watch(key, server, is_down)
    if not is_down then
        down_since[key] = nil
    elseif down_since[key] == nil then
        down_since[key] = now_ms()
    elseif down_since[key] and now_ms() - down_since[key] >= connect_timeout_ms then
        down_since[key] = false
        server:shut_sess()
    end
    return down_since[key]
end

local function look(backend, proxy)
    usable[backend] = count_usable(proxy)
    for name, server in pairs(proxy.servers) do
        if watch(backend .. "/" .. name, server, server:get_stats().status:find("^DOWN")) then
            usable[backend] = nil -- look again at the next poll
        end
    end
end

local function is_current()
    return tonumber(core.get_info().Stopping) == 0
end

local function watch_own_checks()
    local polls = 0
    repeat
        core.msleep(POLL_MS)
        polls = polls + 1
        for backend, proxy in pairs(core.backends) do
            if polls % EVERY_SERVER == 0 or count_usable(proxy) ~= usable[backend] then
                look(backend, proxy)
            end
        end
    until polls % EVERY_SERVER == 0 and not is_current()
end

-- Returns nil where there is no answer.
local function ask(question)
    local socket = core.tcp()
    socket:settimeout(PATIENCE_S)
    local answer
    if socket:connect(CURRENT_PROCESS) and socket:send(question) then
        answer = socket:receive("*a")
    end
    socket:close()
    return answer
end

-- A server of this name that has another address now is another server.
local function find(backend, name, address)
    local proxy = core.backends[backend]
    local server = proxy and proxy.servers[name]
    return server and server:get_addr() == address and server or nil
end

local function heed(answer)
    local before = down_since
    down_since = {}
    for backend, name, address in answer:gmatch("(%S+) (%S+) (%S+)\n") do
        local server = find(backend, name, address)
        if server then
            local key = backend .. "/" .. name
            down_since[key] = before[key]
            watch(key, server, true)
        end
    end
end

local function count_sessions()
    local count = 0
    for _, proxy in pairs(core.backends) do
        count = count + proxy:get_stats().scur
    end
    return count
end

-- The process ends by itself when its last session does; a question keeps it only until it is answered.
local function watch_by_asking()
    local pid = core.get_info().Pid
    while true do
        local sessions = count_sessions()
        local answer = sessions > 0 and ask(("old-process %s %s\n"):format(pid, sessions))
        if answer then
            heed(answer)
        end
        core.msleep(ASK_MS)
    end
end

core.register_task(function()
    watch_own_checks()
    watch_by_asking()
end)
