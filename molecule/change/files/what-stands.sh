# What a deployment may change on a balancer: files by content and inode, and when systemd started or reloaded what runs.
set -eu
find /etc/haproxy /etc/systemd/system /etc/sysctl.d /usr/local/sbin /var/lib/nodeport-haproxy -type f \
    -exec stat --format '%n %i %a %U %.Y' {} + -exec sha256sum {} + | sort
systemctl show haproxy haproxy-udp --property Id,MainPID,NRestarts,UnitFileState,ExecMainStartTimestampMonotonic,ExecReload
dpkg-query --show
nft --stateless list tables
