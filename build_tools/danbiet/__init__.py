"""danbiet: the plans of wards and communes as a website that citizens can check."""

__version__ = "0.1.0"
