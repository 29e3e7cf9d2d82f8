package conform

func checks() []check {
	list := lives()
	for _, more := range [][]check{machinery(), workloads(), custom(), system()} {
		list = append(list, more...)
	}
	return list
}
