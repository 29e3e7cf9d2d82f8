package conform

func checks() []check {
	list := lives()
	for _, more := range [][]check{machinery(), workloads(), custom()} {
		list = append(list, more...)
	}
	return list
}
