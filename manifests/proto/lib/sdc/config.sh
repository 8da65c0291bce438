# Reads key=value files. For scripts to source.

# load_config FILE: sets CONFIG_key for each line of FILE; comments and other lines are skipped.
load_config() {
	while IFS='=' read -r key value; do
		case $key in
		'' | *[!A-Za-z0-9_]*) ;;
		*) eval "CONFIG_$key=\$value" ;;
		esac
	done <"$1"
}
